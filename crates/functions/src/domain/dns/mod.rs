//! What the DNS functions share: whose a zone is, how its records are changed, how a record is
//! given and shown key by key, names and servers. What a record may be is `api::zone`'s.

pub mod access;
pub mod edit;
pub mod fields;
pub mod form;
pub mod lookup;
pub mod servers;
pub mod view;
