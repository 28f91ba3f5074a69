"""Blocks as JSON: an array of objects that leave out what has its usual value."""

import json
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from annotator.model import Block, BlockKind, Container, Span


def to_json(blocks: tuple[Block, ...]) -> str:
    """The blocks of a version as they are stored."""
    return dumps([_block(block) for block in blocks])


def from_json(text: str) -> tuple[Block, ...]:
    """The blocks that ``to_json`` wrote."""
    return tuple(_read_block(item) for item in json.loads(text))


def dumps(value: object) -> str:
    """JSON in the one form that hashes and operations use."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _defaults(kind: type[Block] | type[Span] | type[Container]) -> dict[str, object]:
    return {field.name: field.default for field in fields(kind)}


_DEFAULTS = MappingProxyType({kind: _defaults(kind) for kind in (Block, Span, Container)})


def _sparse(value: Block | Span | Container) -> dict[str, Any]:
    defaults = _DEFAULTS[type(value)]
    return {
        name: item for name, default in defaults.items()
        if (item := getattr(value, name)) != default
    }  # fmt: skip


def _block(block: Block) -> dict[str, Any]:
    item = _sparse(block)
    item["kind"] = str(block.kind)
    for name in ("spans", "containers"):
        if name in item:
            item[name] = [_sparse(part) for part in item[name]]
    return item


def _read_block(item: dict[str, Any]) -> Block:
    item["kind"] = BlockKind(item["kind"])
    if "spans" in item:
        item["spans"] = tuple(Span(**span) for span in item["spans"])
    if "containers" in item:
        item["containers"] = tuple(Container(**container) for container in item["containers"])
    return Block(**item)
