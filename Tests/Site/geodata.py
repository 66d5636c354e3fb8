"""What a map's GeoJSON must be: RFC 7946, and sound geometry, from its bytes alone."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Iterator

DECIMALS = 6  # A tenth of a metre.
KINDS = {"zone", "route", "movement", "place", "event", "label"}
# How deep the positions of a geometry lie.
DEPTHS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


def number(text: str) -> Decimal:
    return Decimal(text)


def parse(data: bytes) -> Any:
    """As JSON has it, with numbers as they are written; a member twice or a NaN is a ValueError."""

    def refuse(name: str) -> Any:
        raise ValueError(f"{name} is no number")

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({name for name, _ in pairs}) < len(pairs):
            raise ValueError("an object has a member twice")
        return dict(pairs)

    return json.loads(
        data.decode("utf-8"), parse_float=number, parse_int=number, parse_constant=refuse, object_pairs_hook=members)


def judge_position(position: Any) -> str | None:
    if not isinstance(position, list) or len(position) not in (2, 3) or not all(
        isinstance(part, Decimal) for part in position
    ):
        return "a position is not of two or three numbers"
    longitude, latitude = position[:2]
    if abs(longitude) > 180 or abs(latitude) > 90:
        return f"{longitude}, {latitude} is not on the globe"
    if any(-part.as_tuple().exponent > DECIMALS for part in position):
        return f"{longitude}, {latitude} has more than {DECIMALS} decimals"
    return None


def judge_ring(ring: list[list[Decimal]], is_outer: bool) -> str | None:
    if len(ring) < 4:
        return f"a ring has {len(ring)} positions, of 4"
    if ring[0] != ring[-1]:
        return "a ring is not closed"
    # Twice the signed area, from the first position so that small rings keep their digits.
    west, south = ring[0][:2]
    area = sum(
        (a[0] - west) * (b[1] - south) - (b[0] - west) * (a[1] - south) for a, b in zip(ring, ring[1:]))
    if area == 0:
        return "a ring has no area"
    if (area > 0) != is_outer:
        return f"{'an outer' if is_outer else 'an inner'} ring is wound the wrong way"
    return None


def flat(coordinates: Any, depth: int) -> Iterator[Any]:
    """What lies so deep; a list that is none counts as what it stands for."""
    if depth == 0 or not isinstance(coordinates, list):
        yield coordinates
        return
    for part in coordinates:
        yield from flat(part, depth - 1)


def judge_geometry(geometry: Any) -> Iterator[str]:
    if not isinstance(geometry, dict) or geometry.get("type") not in DEPTHS:
        yield "its geometry is none that a map has"
        return
    kind, coordinates = geometry["type"], geometry.get("coordinates")
    positions = list(flat(coordinates, DEPTHS[kind]))
    faults = list(dict.fromkeys(filter(None, map(judge_position, positions))))
    yield from faults[:3]
    if not positions:
        yield f"its {kind} is empty"
    if faults or not positions:
        return
    for line in flat(coordinates, DEPTHS[kind] - 1) if kind.endswith("LineString") else ():
        if len(line) < 2:
            yield "a line has fewer than two positions"
    for polygon in flat(coordinates, DEPTHS[kind] - 2) if kind.endswith("Polygon") else ():
        for index, ring in enumerate(polygon):
            if fault := judge_ring(ring, index == 0):
                yield fault


def judge_collection(data: bytes) -> Iterator[str]:
    try:
        collection = parse(data)
    except (ValueError, RecursionError) as error:
        yield f"does not parse: {error}"
        return
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        yield "is no FeatureCollection"
        return
    if "crs" in collection:
        yield "names a reference system, which RFC 7946 has done away with"
    features = collection.get("features")
    if not isinstance(features, list):
        yield "has no features"
        return
    for index, feature in enumerate(features):
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            yield f"feature {index + 1} is none"
            continue
        name = f"feature {index + 1} ({feature.get('id', 'without id')})"
        properties = feature.get("properties")
        kind = properties.get("kind") if isinstance(properties, dict) else None
        if kind not in KINDS:
            yield f"{name}: its kind is {json.dumps(kind, default=str)}, not one of {', '.join(sorted(KINDS))}"
        if "id" in feature and not isinstance(feature["id"], (str, Decimal)):
            yield f"{name}: its id is neither text nor a number"
        for fault in judge_geometry(feature.get("geometry")):
            yield f"{name}: {fault}"


def features(data: bytes, kind: str) -> dict[str, dict[str, Any]]:
    """The properties of what is of a kind, by id; empty where the file does not parse."""
    try:
        collection = parse(data)
        return {
            str(f["id"]): f["properties"] for f in collection["features"]
            if f["properties"].get("kind") == kind and "id" in f
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def member(data: bytes, name: str) -> str:
    try:
        value = parse(data).get(name, "")
    except (ValueError, AttributeError):
        return ""
    return value if isinstance(value, str) else ""
