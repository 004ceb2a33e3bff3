//! What tests, here and in other crates, need of the outside. The product itself calls nothing
//! of it.

pub mod postgres;
