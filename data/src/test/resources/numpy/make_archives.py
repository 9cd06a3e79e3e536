"""Wrote the archives in this folder: numpy-1.26.npz with NumPy 1.26.4, the others with
NumPy 2.4.6. Not run by the build.

python make_archives.py
"""
import io
import zipfile

import numpy

release = ".".join(numpy.__version__.split(".")[:2])
ramp = numpy.arange(6).reshape(2, 3)
arrays = {
    "float32": ramp.astype("<f4") / 4,
    "float64": ramp.astype("<f8") / 3,
    "float16": numpy.array([0, -0.5, 65504, 2**-24, numpy.inf, numpy.nan], "<f2"),
    "big_endian_float32": ramp.astype(">f4") / 4,
    "big_endian_int64": ramp.astype(">i8") - 2**40,
    "fortran": numpy.asfortranarray(numpy.arange(24, dtype="<f8").reshape(2, 3, 4)),
    "bool": ramp % 2 == 0,
    "scalar": numpy.array(2.5, "<f4"),
    "scalar_int": numpy.array(-7, "<i8"),
    "empty": numpy.zeros((0, 3), "<f4"),
    "not_finite": numpy.array([numpy.nan, numpy.inf, -numpy.inf], "<f8"),
}
for bits in 8, 16, 32, 64:
    arrays[f"int{bits}"] = numpy.array([-(2 ** (bits - 1)), -1, 2 ** (bits - 1) - 1], f"<i{bits // 8}")
    arrays[f"uint{bits}"] = numpy.array([0, 1, 2 ** min(bits, 63) - 1], f"<u{bits // 8}")
save = numpy.savez if release.startswith("1") else numpy.savez_compressed
save(f"numpy-{release}.npz", **arrays)

if not release.startswith("1"):
    numpy.savez("pickled.npz", weights=numpy.array([{"a": 1}, None], dtype=object))
    with zipfile.ZipFile("versions.npz", "w") as archive:
        for version in [(1, 0), (2, 0), (3, 0)]:
            entry = io.BytesIO()
            numpy.lib.format.write_array(entry, arrays["float32"], version=version)
            archive.writestr(f"version{version[0]}.npy", entry.getvalue())
    zipfile.ZIP64_LIMIT = 0  # every entry gets the 64-bit records of archives over 4 GiB
    with zipfile.ZipFile("zip64.npz", "w") as archive:
        entry = io.BytesIO()
        numpy.lib.format.write_array(entry, arrays["float32"])
        archive.writestr("float32.npy", entry.getvalue())
