"""The runs of a Word part that hold certain texts, with all that is needed to take them apart."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from core.anchors import Span
from core.formats.xmlspans import Tag, tags


@dataclass(slots=True)
class Run:
    """tag, end: its start and end tag. around: the elements it stands in, innermost last.

    properties: extent of its ``w:rPr``, empty where it has none; its content begins behind.
    texts: extents of the wanted ``w:t`` in it, from the content's start to the element's.
    """

    tag: Tag
    end: Tag
    around: tuple[Tag, ...]
    properties: Span
    texts: dict[int, Span] = field(default_factory=dict)


def runs(content: bytes, prefix: bytes, wanted: Collection[int]) -> Iterator[Run]:
    """The runs with a text whose content begins at one of the ``wanted`` offsets.

    prefix: of WordprocessingML, with its colon.
    """
    around: list[Tag] = []
    inside: list[Run] = []
    for tag in tags(content):
        if tag.kind == "s":
            if tag.name == prefix + b"r":
                inside.append(Run(tag, tag, tuple(around), Span(tag.end, tag.end)))
            around.append(tag)
        elif tag.kind == "0" and tag.name == prefix + b"rPr" and _is_of(inside, around):
            inside[-1].properties = Span(tag.start, tag.end)
        elif tag.kind == "e":
            opening = around.pop()
            if tag.name == prefix + b"rPr" and _is_of(inside, around):
                inside[-1].properties = Span(opening.start, tag.end)
            elif tag.name == prefix + b"t" and opening.end in wanted and _is_of(inside, around):
                inside[-1].texts[opening.end] = Span(opening.start, tag.end)
            elif tag.name == prefix + b"r":
                run = inside.pop()
                run.end = tag
                if run.texts:
                    yield run


def _is_of(inside: list[Run], around: list[Tag]) -> bool:
    """Whether what stands here is a child of the innermost open run."""
    return bool(inside) and around[-1] is inside[-1].tag
