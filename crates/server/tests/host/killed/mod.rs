//! Programs that are killed in the middle of a change: the server at each of its steps, the privileged
//! process at each of its verbs. Once both run again an account is whole, or as it was before; what was
//! answered holds; and `innkeeper check --host` has nothing to tell (the goal R1 on a real machine; the
//! sandbox's part is in the server's own tests).

pub(crate) mod cases;
mod privileged;
mod server;
