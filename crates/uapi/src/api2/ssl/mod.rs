//! The module `SSL` of cPanel API 2: a file a function.

pub mod fetchcabundle;
pub mod gencrt;
pub mod gencsr;
pub mod genkey;
pub mod installssl;
pub mod listcrts;
pub mod listcsrs;
pub mod listkeys;
pub mod listsslitems;
pub mod uploadcrt;

mod wish;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SSL",
    functions: &[
        Entry::of::<fetchcabundle::Fetchcabundle>(),
        Entry::of::<gencrt::Gencrt>(),
        Entry::of::<gencsr::Gencsr>(),
        Entry::of::<genkey::Genkey>(),
        Entry::of::<installssl::Installssl>(),
        Entry::of::<listcrts::Listcrts>(),
        Entry::of::<listcsrs::Listcsrs>(),
        Entry::of::<listkeys::Listkeys>(),
        Entry::of::<listsslitems::Listsslitems>(),
        Entry::of::<uploadcrt::Uploadcrt>(),
    ],
};
