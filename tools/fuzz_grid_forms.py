"""Random jobs through the forms about grids, many with wrong values.

    python tools/fuzz_grid_forms.py --jobs 1000 [--seed N] [--index N]

As `fuzz_forms.py`; what they make is judged by closed forms.
"""

from functools import partial

import fuzz_forms
from form_grid_jobs import GRID_FORMS

examine = partial(fuzz_forms.examine, forms=GRID_FORMS)

if __name__ == "__main__":
    fuzz_forms.main(examine, __doc__.partition("\n")[0])
