//! What is asked of inputs, whoever makes them; the targets are a line each.

pub mod authorization;
pub mod controls;
pub mod form;
pub mod functions;
mod world;
