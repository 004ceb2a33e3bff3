//! The module `Pushbullet` of UAPI: a file a function.

pub mod send_test_message;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "Pushbullet", functions: &[Entry::of::<send_test_message::SendTestMessage>()] };
