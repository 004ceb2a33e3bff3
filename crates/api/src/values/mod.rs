//! Values as callers write them, checked when they are read: names, places, amounts, flags,
//! secrets, JSON.

pub mod amounts;
pub mod databases;
pub mod json;
pub mod names;
pub mod places;
pub mod secret;
pub mod text;

pub use amounts::{Flag, Limit, UnixTime, YesNo};
pub use databases::{AccessHost, DatabaseName, Engine, Privilege, Privileges};
pub use json::{FromJson, JsonText, OneOrZero, Ordered};
pub use names::{DomainName, EmailAddress, HostName, PackageName, TokenName, UserName};
pub use places::{AddressRange, FilePath, Url};
pub use secret::{Secret, SecretLines};
pub use text::Multiline;
