"""From a job to its plan: decided, cut into pieces, its memory counted."""
