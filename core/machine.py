"""What this machine has for a run, and what a run takes of it by default.

Imports nothing but the standard library.
"""

from __future__ import annotations
