#!/usr/bin/env python3
"""Record what PROJ says of points over several extents: the numbers that ProjectionTests compares.

Needs the Debian package proj-bin. Writes proj.csv beside this file: projection, extent (west, south,
east, north), longitude, latitude, and kilometres east and north of the extent's middle.
"""
import os
import subprocess

EXTENTS = [
    (38.5, 33, 42.5, 37.5), (40.685, 36.45, 40.81, 36.553), (35.6, 32.2, 46.6, 37.4), (-20, 35, 45, 71),
    (110, -40, 155, -10), (170, -48, 190, -34), (-75, -56, -53, -20), (10, -5, 30, 6), (20, 60, 40, 79),
]


def project(definition, points):
    run = subprocess.run(
        ["proj", "-f", "%.9f", *definition, "+ellps=WGS84", "+units=km"], check=True, capture_output=True, text=True,
        input="".join(f"{x:.9f} {y:.9f}\n" for x, y in points))
    return [tuple(map(float, line.split())) for line in run.stdout.splitlines()]


def main():
    rows = ["projection,west,south,east,north,longitude,latitude,x,y"]
    for west, south, east, north in EXTENTS:
        middle = ((west + east) / 2, (south + north) / 2)
        sixth = (north - south) / 6
        conic = [f"+lat_1={south + sixth}", f"+lat_2={north - sixth}", f"+lat_0={middle[1]}", f"+lon_0={middle[0]}"]
        points = [(west + (east - west) * i / 4, south + (north - south) * j / 4) for i in range(5) for j in range(5)]
        for name, definition in (
            ("conic", ["+proj=lcc", *conic]), ("albers", ["+proj=aea", *conic]),
            ("mercator", ["+proj=merc", f"+lat_ts={middle[1]}", f"+lon_0={middle[0]}"]),
        ):
            origin = project(definition, [middle])[0] if name == "mercator" else (0, 0)
            for (longitude, latitude), (x, y) in zip(points, project(definition, points)):
                rows.append(f"{name},{west},{south},{east},{north},{longitude},{latitude},"
                            f"{x - origin[0]:.6f},{y - origin[1]:.6f}")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "proj.csv"), "w", newline="\n") as out:
        out.write("\n".join(rows) + "\n")


main()
