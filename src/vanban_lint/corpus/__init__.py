"""Many documents: worker processes, a cache of results, and what can only be said of several together.

Purpose: what a run over a folder needs beyond judging one file. Limits: knows nothing of formats or options, and keeps
facts of documents, never the documents, so that memory does not grow with their size. Neighbours: ``cli.check`` and
``api`` call it; ``checks.across`` gathers the facts.
"""
