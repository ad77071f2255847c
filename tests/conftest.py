"""What every test runs under.

Purpose: property tests judge what comes out, never how long it takes; time is measured in ``benchmarks``.
"""

from hypothesis import settings

settings.register_profile("no-clock", deadline=None)
settings.load_profile("no-clock")
