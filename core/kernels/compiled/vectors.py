"""What LLVM does not do well by itself, written in its instructions.

Four columns of a support lie side by side in the block: one load, one conversion and
one multiplication do for four pixels. That took cubic from 13 to 6 ns per pixel (numba
0.68; from 17 to 10 with 0.56), B-splines of order 11 from 75 to 30. Their sums are then
turned over, four positions at a time, where LLVM loads one number after the other:
1.5 to 0.5 ns for cubic.

Straight runs of positions are too short for LLVM: 0.7 to 0.3 ns per position.

Pixels of a source that is in memory as a whole are asked for while weights are made,
because a turned line meets new rows all the time: 1 of 10 ns for cubic.
"""

from __future__ import annotations

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, overload

LANES = 4
"""Columns in a vector: four float64 fill the registers of processors since 2013; LLVM
splits the vectors where they are smaller."""
READ, KEEP, DATA = 0, 3, 1
"""How pixels are fetched: to be read, into all caches, and not as instructions."""


def weigh_rows(taps, band, row, col, weights, n, sums):
    """Weigh the rows of a support: ``sums[n, m] = sum of weights[k, n] * column m``.

    The rows are added in order, each product rounded by itself. This is what numba's
    compiled functions do, too, with vectors.

    Parameters
    ----------
    taps : tuple
        Its length is that of the support.
    band : ndarray, shape (rows, cols)
        Pixels, in C order.
    row, col : int
        First pixel of the support; all of it must lie in the band.
    weights : ndarray of float64, shape (len(taps), at least n + 1)
        Weight of each row.
    n : int
        Which weights, and which sums.
    sums : ndarray of float64, shape (at least n + 1, len(taps))
        Changed in place.
    """
    for m in range(len(taps)):
        total = 0.0
        for k in range(len(taps)):
            total += weights[k, n] * float(band[row + k, col + m])
        sums[n, m] = total


@overload(weigh_rows)
def _compile_weigh_rows(taps, band, row, col, weights, n, sums):
    def compiled(taps, band, row, col, weights, n, sums):
        _weigh_rows(taps, band, row, col, weights, n, sums)

    return compiled


def weigh_columns(taps, weights, sums, n, values, place):
    """Weigh what `weigh_rows` left of LANES positions, from `n` on.

    ``values[place] = sum of weights[m, n] * sums[n, m]`` and so on; the columns are
    added in order.

    Parameters
    ----------
    taps, sums
        As in `weigh_rows`.
    weights : ndarray of float64, shape (len(taps), at least n + LANES)
        Weight of each column.
    n, place : int
        The first of the positions, and where its value goes.
    values : ndarray of float64, shape (at least place + LANES,)
        Changed in place.
    """
    for lane in range(LANES):
        total = 0.0
        for m in range(len(taps)):
            total += weights[m, n + lane] * sums[n + lane, m]
        values[place + lane] = total


@overload(weigh_columns)
def _compile_weigh_columns(taps, weights, sums, n, values, place):
    def compiled(taps, weights, sums, n, values, place):
        _weigh_columns(taps, weights, sums, n, values, place)

    return compiled


@intrinsic
def _weigh_rows(typing_context, taps, band, row, col, weights, n, sums):
    size = len(taps)

    def generate(context, builder, signature, arguments):
        start = [_index(builder, value) for value in arguments[2:4]]
        number = _index(builder, arguments[5])
        zero = number.type(0)
        pixels = _Pointer(context, builder, signature.args[1], arguments[1], start)
        shares = _Pointer(
            context, builder, signature.args[4], arguments[4], [zero, number]
        )
        totals = _Pointer(
            context, builder, signature.args[6], arguments[6], [number, zero]
        )
        for first in range(0, size, LANES):
            lanes = min(LANES, size - first)
            total = None
            for k in range(size):
                line = _as_float(builder, pixels.load(k, first, lanes), pixels.dtype)
                term = builder.fmul(shares.load_spread(k, lanes), line)
                total = term if total is None else builder.fadd(total, term)
            totals.store(total, first)
        return context.get_dummy_value()

    return types.void(taps, band, row, col, weights, n, sums), generate


def fill_straight(line, place, start, slope, offsets, k):
    """Fill a straight line: ``line[place + n] = start + offsets[k + n] * slope``.

    Parameters
    ----------
    line : ndarray of float64, shape (at least place + LANES,)
        Changed in place, for n in 0 ... LANES - 1.
    start, slope : float
        Of the line.
    offsets : ndarray of float64, shape (at least k + LANES,)
        Places on it.
    """
    for lane in range(LANES):
        line[place + lane] = start + offsets[k + lane] * slope


@overload(fill_straight)
def _compile_fill_straight(line, place, start, slope, offsets, k):
    def compiled(line, place, start, slope, offsets, k):
        _fill_straight(line, place, start, slope, offsets, k)

    return compiled


@intrinsic
def _fill_straight(typing_context, line, place, start, slope, offsets, k):
    def generate(context, builder, signature, arguments):
        place, k = ([_index(builder, arguments[n])] for n in (1, 5))
        out = _Pointer(context, builder, signature.args[0], arguments[0], place)
        along = _Pointer(context, builder, signature.args[4], arguments[4], k)
        start, slope = (_spread(builder, value, LANES) for value in arguments[2:4])
        product = builder.fmul(along.load(0, 0, LANES), slope)
        out.store(builder.fadd(start, product), 0)
        return context.get_dummy_value()

    return types.void(line, place, start, slope, offsets, k), generate


def prefetch(band, row, col):
    """Ask for a pixel that will be read soon; one outside of the band does no harm.

    Parameters
    ----------
    band : ndarray, shape (rows, cols)
        Pixels, in C order.
    row, col : int
        Place of the pixel, signed.
    """


@overload(prefetch)
def _compile_prefetch(band, row, col):
    def compiled(band, row, col):
        _prefetch(band, row, col)

    return compiled


@intrinsic
def _prefetch(typing_context, band, row, col):
    def generate(context, builder, signature, arguments):
        wide = ir.IntType(64)
        place = [builder.sext(value, wide) for value in arguments[1:]]
        pixel = _Pointer(context, builder, signature.args[0], arguments[0], place).start
        flag = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [pixel.type, flag, flag, flag])
        call = builder.module.declare_intrinsic("llvm.prefetch", [pixel.type], kind)
        # https://llvm.org/docs/LangRef.html#llvm-prefetch-intrinsic
        builder.call(call, [pixel, flag(READ), flag(KEEP), flag(DATA)])
        return context.get_dummy_value()

    return types.void(band, row, col), generate


@intrinsic
def _weigh_columns(typing_context, taps, weights, sums, n, values, place):
    size = len(taps)

    def generate(context, builder, signature, arguments):
        number = _index(builder, arguments[3])
        zero = number.type(0)
        shares = _Pointer(
            context, builder, signature.args[1], arguments[1], [zero, number]
        )
        lines = _Pointer(
            context, builder, signature.args[2], arguments[2], [number, zero]
        )
        place = [_index(builder, arguments[5])]
        out = _Pointer(context, builder, signature.args[4], arguments[4], place)
        total = None
        for first in range(0, size, LANES):
            lanes = min(LANES, size - first)
            square = [lines.load(lane, first, lanes) for lane in range(LANES)]
            for m, column in enumerate(_turned(builder, square), first):
                term = builder.fmul(shares.load(m, 0, LANES), column)
                total = term if total is None else builder.fadd(total, term)
        out.store(total, 0)
        return context.get_dummy_value()

    return types.void(taps, weights, sums, n, values, place), generate


def _turned(builder, lines):
    """Return the columns of LANES lines, each line a vector of two or four numbers."""

    def picked(one, other, *picks):
        kind = ir.VectorType(ir.IntType(32), len(picks))
        return builder.shuffle_vector(one, other, kind(picks))

    lanes = lines[0].type.count
    for m in range(lanes):
        upper, lower = (picked(*pair, m, lanes + m) for pair in (lines[:2], lines[2:]))
        yield picked(upper, lower, 0, 1, 2, 3)


def _index(builder, value):
    """Return an unsigned index as LLVM's 64-bit integer."""
    wide = ir.IntType(64)
    return value if value.type == wide else builder.zext(value, wide)


def _spread(builder, number, lanes):
    """Return a vector with a number in all lanes."""
    kind = ir.VectorType(number.type, lanes)
    one = builder.insert_element(kind(ir.Undefined), number, ir.IntType(32)(0))
    zeros = ir.VectorType(ir.IntType(32), lanes)([0] * lanes)
    return builder.shuffle_vector(one, one, zeros)


def _as_float(builder, vector, dtype):
    """Convert a vector of pixels to float64."""
    doubles = ir.VectorType(ir.DoubleType(), vector.type.count)
    if isinstance(dtype, types.Float):
        return vector if dtype.bitwidth == 64 else builder.fpext(vector, doubles)
    convert = builder.sitofp if dtype.signed else builder.uitofp
    return convert(vector, doubles)


class _Pointer:
    """A place in an array of numba in C order, of one or two dimensions."""

    def __init__(self, context, builder, array_type, array, place):
        self.builder = builder
        self.dtype = array_type.dtype
        self.item = context.get_data_type(self.dtype)
        self.bytes = context.get_abi_sizeof(self.item)
        fields = context.make_array(array_type)(context, builder, array)
        strides = cgutils.unpack_tuple(builder, fields.strides, len(place))
        self.stride = strides[0]
        data = builder.bitcast(fields.data, ir.IntType(8).as_pointer())
        for index, stride in zip(place, strides[:-1]):
            data = builder.gep(data, [builder.mul(index, stride)])
        column = builder.mul(place[-1], place[-1].type(self.bytes))
        self.start = builder.gep(data, [column])

    def _at(self, row, col, kind):
        """Return a pointer to a `kind`, some rows and columns further."""
        line = self.builder.mul(self.stride, self.stride.type(row))
        offset = self.builder.add(line, line.type(col * self.bytes))
        place = self.builder.gep(self.start, [offset])
        return self.builder.bitcast(place, kind.as_pointer())

    def load(self, row, col, lanes):
        """Load columns side by side."""
        kind = ir.VectorType(self.item, lanes)
        return self.builder.load(self._at(row, col, kind), align=self.bytes)

    def load_spread(self, row, lanes):
        """Load one number into all lanes."""
        number = self.builder.load(self._at(row, 0, self.item), align=self.bytes)
        return _spread(self.builder, number, lanes)

    def store(self, vector, col):
        """Store columns side by side."""
        self.builder.store(vector, self._at(0, col, vector.type), align=self.bytes)
