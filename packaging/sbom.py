"""A software bill of materials (CycloneDX 1.5, JSON) of what is installed, for one system."""

import json
import uuid
from datetime import UTC, datetime

import licences
from project import NAME, PRODUCT, source_date, version

_NAMESPACE = uuid.UUID("6f3a5b0e-7f0c-4f63-9d8d-4f7f6a3f0d2b")


def document(system: str) -> str:
    """The bill as text; the same sources give the same text."""
    made = datetime.fromtimestamp(source_date(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    parts = [_part(component, system) for component in licences.components(system)]
    identity = uuid.uuid5(_NAMESPACE, f"{system} {version()} {made} {parts}")
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{identity}",
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": NAME,
                "version": version(),
                "description": PRODUCT,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": parts,
        "dependencies": [{"ref": NAME, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    return json.dumps(bill, ensure_ascii=False, indent=2) + "\n"


def _part(component: licences.Component, system: str) -> dict[str, object]:
    part: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{component.name}@{component.version}",
        "name": component.name,
        "version": component.version,
        "licenses": [{"expression": component.licence}],
    }
    if component.name.lower() in licences.pinned(licences.LISTS[system]):
        part["purl"] = f"pkg:pypi/{component.name.lower()}@{component.version}"
    if component.supplier:
        part["supplier"] = {"name": component.supplier}
    if component.source:
        part["externalReferences"] = [{"type": "distribution", "url": component.source}]
    return part
