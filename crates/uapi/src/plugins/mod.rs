//! The module `Plugins` of UAPI: a file a function.

pub mod can_show_promotions;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "Plugins", functions: &[Entry::of::<can_show_promotions::CanShowPromotions>()] };
