"""Faults of the disk and sudden deaths, made on purpose: what a build must survive.

`python -m tests.reliability.kill --kills 300` kills real builds at random moments and at every call on the disk.
"""
