"""Hostile files by the million: samples changed where it hurts, and what must hold for every one of them.

``mutants`` makes the n-th changed file of a reader, ``oracle`` says what must hold for it. Three drivers use
both: the tests beside this (Hypothesis, seconds), ``python -m tests.fuzz`` (counted, resumable, hours) and
``python -m tests.fuzz --atheris`` (guided by coverage).
"""
