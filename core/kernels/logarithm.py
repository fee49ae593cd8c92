"""The natural logarithm, as both tiers compute it.

NumPy's own and that of the machine's library differ in their last bit: for 0.1 % of
the numbers with numpy 2.4, for 26 % with numpy 1.24 (AVX-512 tried). This one is that
of FreeBSD's msun (e_log.c): with z = s * s and s = f / (2 + f),
log(2**k * (1 + f)) = k * log(2) + f - f * f / 2 + s * (f * f / 2 + R(z)), off by less
than one unit in the last place. It is made of operations that IEEE 754 gives every bit
of, which machine code can do for several numbers at once.
"""

from __future__ import annotations

ROOT = 0x3FE6A09E667F3BCD
"""Bits of sqrt(1/2): 1 + f lies from there up to sqrt(2)."""
MANTISSA = 0x000FFFFFFFFFFFFF
"""The bits of a float64 behind its exponent."""
EXPONENT = 52
"""How many these are."""
LN2_HIGH = 6.93147180369123816490e-01
"""log(2), with enough zeros at its end for exact products with exponents."""
LN2_LOW = 1.90821492927058770002e-10
"""The rest of log(2)."""
R = (
    6.666666666666735130e-01,
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01,
)
"""Coefficients of z, z**2, ... in R."""
