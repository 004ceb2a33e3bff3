//! Resellers: a file a function.

pub mod acctcounts;
pub mod get_public_contact;
pub mod getresellerips;
pub mod listacls;
pub mod listresellers;
pub mod resellerstats;
pub mod saveacllist;
pub mod set_public_contact;
pub mod setacls;
pub mod setresellerips;
pub mod setresellerlimits;
pub mod setresellermainip;
pub mod setresellernameservers;
pub mod setresellerpackagelimit;
pub mod setupreseller;
pub mod suspendreseller;
pub mod terminatereseller;
pub mod unsetupreseller;
pub mod unsuspendreseller;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Resellers",
    functions: &[
        Entry::of::<acctcounts::Acctcounts>(),
        Entry::of::<get_public_contact::GetPublicContact>(),
        Entry::of::<getresellerips::Getresellerips>(),
        Entry::of::<listacls::Listacls>(),
        Entry::of::<listresellers::Listresellers>(),
        Entry::of::<resellerstats::Resellerstats>(),
        Entry::of::<saveacllist::Saveacllist>(),
        Entry::of::<set_public_contact::SetPublicContact>(),
        Entry::of::<setacls::Setacls>(),
        Entry::of::<setresellerips::Setresellerips>(),
        Entry::of::<setresellerlimits::Setresellerlimits>(),
        Entry::of::<setresellermainip::Setresellermainip>(),
        Entry::of::<setresellernameservers::Setresellernameservers>(),
        Entry::of::<setresellerpackagelimit::Setresellerpackagelimit>(),
        Entry::of::<setupreseller::Setupreseller>(),
        Entry::of::<suspendreseller::Suspendreseller>(),
        Entry::of::<terminatereseller::Terminatereseller>(),
        Entry::of::<unsetupreseller::Unsetupreseller>(),
        Entry::of::<unsuspendreseller::Unsuspendreseller>(),
    ],
};
