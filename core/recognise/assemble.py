"""Gathers the appearances of each statutory table and decides which one is this year's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.findings import Finding
from core.forms import TABLES, CellPlace, TableForm, editions
from core.labels import Vocabulary, body
from core.recognise import grid, lines
from core.recognise.lattice import Lattice
from core.recognise.pieces import Label, Piece
from core.recognise.subtotals import Subtotal
from core.recognise.vintage import this_years, years
from core.recognise.vocabulary import Words, all_labels, words
from core.tables import Document, Paragraph, RawCell, RawTable

_LABEL_LENGTH = 160
_CAPTION_LENGTH = 60
_ROWS_NAMED = 3
_CUT_LENGTH = 8
_OTHER_PARTS = ("一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项")


@dataclass(frozen=True, slots=True)
class FormTable:
    """A statutory table as found: its form and the raw cell behind each cell id that was placed.

    labels: its row and column headings as they stand, those that were recognised. extra: headings of rows
    among them that the form does not have; they count in nothing. subtotals: numbers beside its own cells
    that add up some of them.
    """

    form: TableForm
    cells: Mapping[str, RawCell]
    labels: tuple[Label, ...] = ()
    extra: tuple[str, ...] = ()
    subtotals: tuple[Subtotal, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """The statutory tables of a document, by table id in the report's order, and what could not be placed.

    edition: that of 表二 where there is one, else of 表三; None when no table was found.
    """

    tables: Mapping[str, FormTable]
    findings: tuple[Finding, ...]
    edition: str | None


def recognise(document: Document, year: int | None = None) -> Recognition:
    """Find this year's statutory tables. ``year`` helps to tell an appended table of another year."""
    vocabularies = _vocabularies(document, year)
    pieces = _pieces(document, vocabularies)
    tables: dict[str, FormTable] = {}
    findings: list[Finding] = []
    chosen_pieces, doubtful = this_years(pieces, year)
    for table in TABLES:
        chosen = chosen_pieces.get(table)
        if chosen is None:
            continue
        tables[table] = FormTable(
            chosen.form,
            _in_form_order(chosen),
            tuple(_labels(chosen)),
            tuple(chosen.extra),
            tuple(chosen.subtotals),
        )
        findings += _incomplete(chosen)
        findings += [_repeated(chosen.form)] if table in doubtful else []
    if tables:
        findings += _missing_tables(tables)
        findings += _mixed(tables)
    edition = next((t.form.edition for k in ("disclosure", "requests") if (t := tables.get(k))), None)
    return Recognition(tables, tuple(findings), edition or ("2021" if tables else None))


def _vocabularies(document: Document, year: int | None) -> dict[str, Words]:
    """Which edition's words to look for, table by table: real reports mix editions."""
    texts = [c.text for t in document.tables for c in t.cells if 1 < len(c.text) <= _LABEL_LENGTH]
    disclosure = _edition(texts, "disclosure") or ("2019" if year and year < 2021 else "2021")
    requests = _edition(texts, "requests") or "2019"
    return {
        "disclosure": words(disclosure, "disclosure"),
        "requests": words(requests, "requests"),
        "challenges": words(disclosure, "challenges"),
    }


def _edition(texts: Iterable[str], table: str) -> str | None:
    """The edition of the first heading that only one edition has."""
    own = _distinguishing(table)
    for text in texts:
        found = own.find(text, cut=len(text) >= _CUT_LENGTH)
        if found:
            return found[0]
    return None


@cache
def _distinguishing(table: str) -> Vocabulary[str]:
    """Headings of a table that stand in one edition only → that edition."""
    labels: dict[str, set[str]] = {}
    for edition in editions():
        for label in all_labels(words(edition, table).form):
            labels.setdefault(body(label), set()).add(edition)
    return Vocabulary((label, next(iter(found))) for label, found in labels.items() if len(found) == 1)


def _pieces(document: Document, vocabularies: Mapping[str, Words]) -> list[Piece]:
    """Appearances of all statutory tables in reading order, parts of split tables joined."""
    pieces: list[Piece] = []
    known: dict[str, grid.Columns | None] = {}
    captions: list[str] = []
    for order, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            captions.append(block.text)
            continue
        if block.layout == "lines":
            pieces += lines.scan(block, vocabularies, _parts())
        else:
            caption = _caption(captions, block)
            for piece in _scan_grid(block, vocabularies, known):
                piece.caption, piece.order, piece.hidden = f"{caption} {piece.caption}", order, block.hidden
                _join(pieces, piece)
        captions.clear()
    return pieces


def _scan_grid(
    table: RawTable, vocabularies: Mapping[str, Words], known: dict[str, grid.Columns | None]
) -> list[Piece]:
    """Appearances in one raw table; tables side by side on a sheet are looked at one by one."""
    lattice = Lattice(table)
    before = dict(known)
    whole = _scan_lattice(lattice, vocabularies, known)
    strips = lattice.strips()
    if len(strips) < 2:
        return whole
    apart = [p for strip in strips for p in _scan_lattice(Lattice(strip), vocabularies, dict(before))]
    return apart if _placed(apart) >= _placed(whole) > 0 else whole


def _scan_lattice(
    lattice: Lattice, vocabularies: Mapping[str, Words], known: dict[str, grid.Columns | None]
) -> list[Piece]:
    found: list[Piece] = []
    for name, own in vocabularies.items():
        pieces, known[name] = grid.scan(lattice, own, known.get(name))
        found += pieces
    return found


def _placed(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.cells) for piece in pieces)


def _join(pieces: list[Piece], piece: Piece) -> None:
    """A part that brings other rows of the same table continues it; else it is another appearance."""
    last = next((p for p in reversed(pieces) if p.form is piece.form), None)
    same_caption = last is not None and years(piece.caption) <= years(last.caption)
    if last is not None and same_caption and not last.rows & piece.rows:
        last.take(piece)
    else:
        pieces.append(piece)


def _caption(paragraphs: list[str], table: RawTable) -> str:
    """The words that introduce a table: short paragraphs right before it, the sheet's name."""
    near = [text.strip() for text in paragraphs if text.strip()][-2:]
    return " ".join([*(text for text in near if len(text) <= _CAPTION_LENGTH), table.name])


@cache
def _parts() -> Vocabulary[str]:
    entries = [(label, "") for label in _OTHER_PARTS]
    for form in editions().values():
        for table in form.tables.values():
            entries += [(label, table.id) for label in (table.heading, *table.variants)]
    return Vocabulary(entries)


def _in_form_order(piece: Piece) -> dict[str, RawCell]:
    return {cell: piece.cells[cell] for cell in piece.form.cells if cell in piece.cells}


def _labels(piece: Piece) -> Iterator[Label]:
    """The headings met, in the form's order."""
    for number, section in enumerate(piece.form.sections):
        for column in section.column_leaves:
            text = piece.heads.get((number, column.id or ""))
            if text is not None:
                yield Label(column, text)
        for row in section.row_leaves:
            if row.label and (row.id or "") in piece.labels:
                yield Label(row, piece.labels[row.id or ""])


def _incomplete(piece: Piece) -> list[Finding]:
    """What of the chosen table is not there or could not be placed, said once for each reason."""
    name = piece.form.name
    if "" in piece.troubles:
        return [_lost(piece.form, tuple(piece.form.cells), f"{name}{piece.troubles['']}")]
    lost: dict[str, list[CellPlace]] = {}
    for cell, place in piece.form.cells.items():
        if cell not in piece.cells:
            lost.setdefault(_reason(piece, place), []).append(place)
    return [
        _lost(piece.form, tuple(p.id for p in places), f"{name}{_named(places)}{reason}")
        for reason, places in lost.items()
    ]


def _reason(piece: Piece, place: CellPlace) -> str:
    row = place.row.id or ""
    if row in piece.troubles:
        return piece.troubles[row]
    if row not in piece.rows:
        return "没有找到（可能缺行，或行标题与官方格式相差太大）"
    return f"一行没有“{place.column.label}”列的格（可能缺列，或与别的格合并了）"


def _named(places: Iterable[CellPlace]) -> str:
    """The rows by their headings, the first few of them."""
    labels = list(dict.fromkeys(p.row.label for p in places if p.row.label))
    shown = "".join(f"“{_quotable(label)}”" for label in labels[:_ROWS_NAMED])
    return f"{shown}等 {len(labels)} 行" if len(labels) > _ROWS_NAMED else shown


def _quotable(label: str) -> str:
    return label.replace("“", "‘").replace("”", "’")


def _lost(form: TableForm, cells: tuple[str, ...], what: str) -> Finding:
    detail = f"{what}；有关的勾稽关系没有核对"
    return Finding("table.incomplete", "warning", "table", form.id, cells, detail=detail)


def _repeated(form: TableForm) -> Finding:
    detail = f"报告里有不止一张{form.name}，数字不同，又没有写明哪一张是本年的；这里核对的是前面一张，请确认"
    return Finding("table.repeated", "warning", "table", form.id, detail=detail)


def _missing_tables(tables: Mapping[str, FormTable]) -> list[Finding]:
    form = editions()["2021"].tables
    return [
        Finding(
            "table.missing",
            "warning",
            "table",
            table,
            detail=f"没有找到{form[table].name}（{form[table].heading}）；如果报告里有，请检查它的行列标题是否完整",
        )
        for table in TABLES
        if table not in tables
    ]


def _mixed(tables: Mapping[str, FormTable]) -> list[Finding]:
    """表二 of one edition beside 表三 of the other, both proved by cells that only one edition has."""
    seen = {
        table: found.form.edition
        for table in ("disclosure", "requests")
        if (found := tables.get(table)) and _only_in_its_edition(found)
    }
    if len(set(seen.values())) < 2:
        return []
    detail = (
        f"表二是 {seen['disclosure']} 年版格式，表三是 {seen['requests']} 年版格式"
        "（第三项“（六）其他处理”的行不同），一份报告只应使用一版"
    )
    return [Finding("table.mixed_editions", "error", "table", "requests", detail=detail)]


def _only_in_its_edition(table: FormTable) -> bool:
    others = [f.tables[table.form.id].cells for e, f in editions().items() if e != table.form.edition]
    return any(cell not in other for other in others for cell in table.cells)
