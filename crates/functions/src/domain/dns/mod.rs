//! What the DNS functions share: whose a zone is, how its records are changed, how a record is
//! given and shown key by key, how a zone is signed, names and servers. What a record may be is
//! `api::zone`'s.

pub mod access;
pub mod authority;
pub mod ds;
pub mod edit;
pub mod enabling;
pub mod fields;
pub mod form;
pub mod generated;
pub mod keys;
pub mod lookup;
pub mod mass;
pub mod parsed;
pub mod places;
pub mod program;
pub mod reverse;
pub mod rights;
pub mod servers;
pub mod signing;
pub mod view;
