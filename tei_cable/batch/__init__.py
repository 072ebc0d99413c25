"""Many documents: where they come from, who works on them, and the account of each.

    items ─▶ batches ─▶ engine (worker processes) ─▶ outcomes ─▶ outputs and manifest

A document that cannot be read, that crashes its worker or that takes too long is an outcome like
any other; the batch goes on. What is done stands in the manifest, so that a run that was broken
off is taken up where it stopped.
"""
