"""Writes shortest_doubles.csv: numbers by their bits and the shortest text Python gives them.

    /usr/bin/python3 shortest_doubles.py > shortest_doubles.csv

float32 texts are numpy's, which are shortest too.
"""
import random
import struct
import numpy as np

random.seed(1996)
values = [0.1, 0.3, 1 / 3, 2.2250738585072014e-308, 1.7976931348623157e308, 9.5e-3]
values += [2.0**e for e in range(-60, 70, 9)] + [1e22, 1e23, 9007199254740993.0, 123456789012345680.0]
values += [4.35e-7, 6.5646e-7, 123.456, 0.0001, 0.00001234, 9999999999999998.0, 1e15, 1e16, 4e15 + 0.5]
values += [random.uniform(0, 360) for _ in range(30)] + [random.uniform(3e-7, 1e-6) for _ in range(30)]
while len(values) < 200:
    v = struct.unpack(">d", random.getrandbits(64).to_bytes(8, "big"))[0]
    if v == v and abs(v) != float("inf"):
        values.append(v)
for v in values:
    print(f"double,{struct.pack('>d', v).hex()},{v!r}")
for _ in range(100):
    f = np.float32(random.choice([1, -1]) * 10 ** random.uniform(-30, 30))
    print(f"float,{struct.pack('>f', f).hex()},{f!s}")
