"""Small pure functions in a row: findings in, findings out.

Purpose: what a user wants changed in the result, after the rules have spoken. Limits: no rule runs here, no file is
read. Neighbours: ``engine`` calls ``severity`` then ``hidden``.
"""
