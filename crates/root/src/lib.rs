//! The privileged half of a real machine: a closed list of verbs, each a small act that is checked
//! again on this side, and the process `innkeeper-root` that runs them for the server, which has no
//! rights of its own. The two speak over a Unix socket; who calls is told by the kernel.
//!
//! The process takes its own view of where things lie from a file that only root may write
//! ([`Layout`]): a caller names *what* it means, never a path.

mod act;
pub mod beneath;
mod child;
mod client;
pub mod home;
mod install;
mod later;
mod layout;
mod limits;
mod mail;
mod managed;
mod name;
mod owner;
mod place;
mod pools;
mod process;
mod seats;
mod serve;
mod service;
mod services;
mod supervise;
mod systemd;
mod together;
mod told;
mod units;
mod user;
mod verb;
mod verbs;
mod wire;
mod within;

pub use act::{Act, Facts, Fault, Gift, HomePath, Measure, Trouble};
pub use client::Client;
pub use install::{check, install};
pub use layout::{Layout, Ports, Supervision, Uids};
pub use mail::{MailAct, MailAddress, MailEvent, MailGift, MailOutcome, WaitingMail, Whose};
pub use managed::{Change, Kind, Managed};
pub use name::Name;
pub use pools::pools;
pub use process::{prepare, run, run_service};
pub use serve::Root;
pub use service::Service;
pub use services::{
    apache::{WebRedirect, WebSite},
    php_fpm::Pool,
    pure_ftpd::{FtpLogin, FtpLogins},
};
pub use units::units;
pub use user::User;
pub use verb::{Answer, Refusal, Verb};
pub use verbs::{addresses::FoundAddress, ftp::FtpConnection, traffic::Position};
pub use within::within;
