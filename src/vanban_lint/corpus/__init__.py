"""Many documents: worker processes, a cache of results.

Purpose: what a run over a folder needs beyond judging one file. Limits: knows nothing of rules, formats or options;
what the work is and what it yields is the caller's. Neighbours: ``cli.check`` calls it.
"""
