//! Security: a file a function.

pub mod accesshash;
pub mod authorizesshkey;
pub mod check_remote_ssh_connection;
pub mod convertopensshtoputty;
pub mod deletesshkey;
pub mod fetch_security_advice;
pub mod generatesshkeypair;
pub mod importsshkey;
pub mod listsshkeys;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Security",
    functions: &[
        Entry::of::<accesshash::Accesshash>(),
        Entry::of::<authorizesshkey::Authorizesshkey>(),
        Entry::of::<check_remote_ssh_connection::CheckRemoteSshConnection>(),
        Entry::of::<convertopensshtoputty::Convertopensshtoputty>(),
        Entry::of::<deletesshkey::Deletesshkey>(),
        Entry::of::<fetch_security_advice::FetchSecurityAdvice>(),
        Entry::of::<generatesshkeypair::Generatesshkeypair>(),
        Entry::of::<importsshkey::Importsshkey>(),
        Entry::of::<listsshkeys::Listsshkeys>(),
    ],
};
