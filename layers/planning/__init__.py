"""Planning: which communities first, why these, and which of them within the money.

`criteria` and `weights` say what counts, `scoring` and `topsis` add it up, `acceptability`,
`omission` and `staying` tell how firm the order is; `selection` chooses within a budget. Plain
arrays in, plain values out: nothing here knows of HTTP, SQL or the clock.
"""
