//! The outside: each port twice, embedded in this process and on a real host, a stand-in where the
//! machines are elsewhere, and the store. No
//! HTTP front, no functions.

mod acts;
pub mod elsewhere;
pub mod embedded;
pub mod store;
pub mod system;
#[doc(hidden)]
pub mod testing;
