//! What can be said: checked values, forms and replies, the shape of a function, privileges, the
//! ports to the machine and the typed tables of the store. No I/O, no clock, no HTTP.

// The derives name this crate as callers do.
extern crate self as api;

pub mod acl;
pub mod caller;
pub mod error;
pub mod form;
pub mod function;
pub mod json;
pub mod legacy;
pub mod mail;
pub mod ports;
pub mod records;
pub mod reply;
pub mod values;
pub mod zone;

pub use acl::{Acl, AclSet, Grants, Needs};
pub use caller::{Caller, Rank};
pub use error::{Error, Kind, Result};
pub use form::{Field, Form, Input, Param, Type, Upload};
pub use function::{
    Account, AccountApi, AccountCall, Cx, Effect, Entry, Function, Group, Host, Scope, Verdict,
};
pub use json::Json;
pub use legacy::Legacy;
pub use macros::{Input, Output, Record, Word};
pub use reply::{Data, List, Output, Sink, Value, object};
pub use values::{
    AccessHost, AddressRange, DatabaseName, DomainName, EmailAddress, Engine, FilePath, Flag,
    FromJson, HostName, JsonText, Limit, Multiline, OneOrZero, Ordered, PackageName, Privilege,
    Privileges, Secret, SecretLines, TokenName, UnixTime, Url, UserName, YesNo,
};
