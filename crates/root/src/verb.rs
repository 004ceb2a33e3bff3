//! The verbs: all that the privileged process does.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::{Act, Change, Fault, Gift, HomePath, Kind, MailAct, MailGift, Name, Service, User};

/// One act. What it does is said here; how, in the module of [`crate::verbs`] that runs it.
#[derive(Serialize, Deserialize)]
pub enum Verb {
    /// Makes files of one or several services so: staged, checked by each service's own checker,
    /// swapped in, and the services reloaded; all or none. A service that does not run reads them when
    /// it starts. Gives [`Answer::Done`].
    Publish(Vec<Change>),
    /// Names those of a kind of files that are there. Gives [`Answer::Names`].
    Published(Kind),
    /// Starts a service that does not run. Gives [`Answer::Done`].
    Start(Service),
    /// Ends a service that runs. Gives [`Answer::Done`].
    Stop(Service),
    /// Has a service that runs read its configuration again. Gives [`Answer::Done`].
    Reload(Service),
    /// Whether a service runs. Gives [`Answer::Flag`].
    Runs(Service),
    /// How often this process had a service read its configuration again. Gives [`Answer::Count`].
    Reloads(Service),
    /// Counts what the sites took in and gave out since a position, and forgets what was before it.
    /// Gives [`Answer::Traffic`].
    Traffic(crate::Position),
    /// Names who of an account is connected by FTP. Gives [`Answer::FtpSessions`].
    FtpSessions(Name),
    /// Ends the FTP connections of one login of an account, or of all. Gives [`Answer::Done`].
    EndFtpSessions {
        /// The account.
        user: Name,
        /// The login.
        login: Option<Name>,
    },
    /// The key of the name server's HTTP API. Gives [`Answer::Secret`].
    NameServerKey,
    /// Has the name server answer questions, or be silent and still be filled. Gives [`Answer::Done`].
    ServeNames(bool),
    /// Whether the name server answers questions. Gives [`Answer::Flag`].
    ServesNames,
    /// Makes the server's own login in PostgreSQL, which runs. Gives [`Answer::Done`].
    DatabaseLogin,
    /// Does an act on mail. Gives [`Answer::Mail`].
    Mail(MailAct),
    /// Puts an address on the interface that leads outside. Gives [`Answer::Done`].
    PutAddress {
        /// The address.
        ip: IpAddr,
        /// How many bits of it are the network's.
        prefix: u8,
    },
    /// Takes an address away that was put there so. Gives [`Answer::Done`].
    RemoveAddress(IpAddr),
    /// Names the machine's addresses. Gives [`Answer::Addresses`].
    ListAddresses,
    /// Starts the machine anew, where systemd runs it; by force, its services are not ended in order.
    /// Gives [`Answer::Done`].
    Reboot {
        /// By force.
        force: bool,
    },
    /// Gives the machine a name. Gives [`Answer::Done`].
    SetHostname(Name),
    /// Makes users and their homes so, each with the home of its former name where it has one. Gives
    /// [`Answer::Done`].
    PutUsers(Vec<User>),
    /// Says which files are otherwise than these, and changes nothing. Gives [`Answer::Told`].
    CompareFiles(Vec<Change>),
    /// Says what of users and their homes is otherwise than this, and changes nothing. Gives
    /// [`Answer::Told`].
    CompareUsers(Vec<User>),
    /// Says what lies on this machine that is of no user that is there, and what acts that were not
    /// finished have left, where it is older than so many seconds. Gives [`Answer::Told`].
    Strays {
        /// How old what an act leaves may get while it is at work.
        older_than: u64,
    },
    /// Says whether a service runs that should, and has its own checker read all of its configuration.
    /// Gives [`Answer::Told`]: what is wrong.
    CheckService(Service),
    /// Says of each user whether the next login must choose a new password; who is not there is left
    /// out. Gives [`Answer::Done`].
    ExpireUsers(Vec<(Name, bool)>),
    /// Takes a user, its processes and its home away. Gives [`Answer::Done`].
    RemoveUser(Name),
    /// Names those that have a user or a home. Gives [`Answer::Names`].
    ListUsers,
    /// Names those of whose user or home something is missing, or of whom only some of it is left. Gives
    /// [`Answer::Names`].
    HalfUsers,
    /// Whether the machine limits what users have on disk. Gives [`Answer::Flag`].
    LimitsUsers,
    /// Measures a user's home. Gives [`Answer::Within`].
    MeasureUser(Name),
    /// Does an act in a user's home, with that user's rights and no others. Gives [`Answer::Within`].
    Within {
        /// Whose home.
        user: Name,
        /// What is done.
        act: Act,
    },
    /// Makes a folder of a user's home that the web server serves, with those above it; one that is
    /// there is left as it is. Gives [`Answer::Within`].
    MakeSite {
        /// Whose home.
        user: Name,
        /// The folder.
        place: HomePath,
    },
    /// Copies what a folder of one home holds into a folder of another, which is made where there is
    /// none: what is there by a name is replaced; links, and what is no file, are left out. Gives
    /// [`Answer::Within`].
    CopyBetween {
        /// The user and the folder that is copied.
        from: (Name, HomePath),
        /// The user and the folder that it is copied into.
        to: (Name, HomePath),
    },
}

impl Verb {
    /// Whether it changes nothing.
    pub(crate) fn only_looks(&self) -> bool {
        match self {
            Self::Published(_)
            | Self::Runs(_)
            | Self::Reloads(_)
            | Self::FtpSessions(_)
            | Self::NameServerKey
            | Self::ServesNames
            | Self::ListAddresses
            | Self::CompareFiles(_)
            | Self::CompareUsers(_)
            | Self::Strays { .. }
            | Self::CheckService(_)
            | Self::ListUsers
            | Self::HalfUsers
            | Self::LimitsUsers
            | Self::MeasureUser(_) => true,
            Self::Within { act, .. } => act.only_looks(),
            Self::Mail(act) => act.only_looks(),
            _ => false,
        }
    }
}

/// What a verb gives.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// It is done.
    Done,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Count(u64),
    /// Names.
    Names(Vec<Name>),
    /// What was found, a sentence each.
    Told(Vec<String>),
    /// Bytes by site, and the position up to which they are counted.
    Traffic(Vec<(Name, u64)>, crate::Position),
    /// Connections of FTP.
    FtpSessions(Vec<crate::FtpConnection>),
    /// What the caller alone may know.
    Secret(String),
    /// What came of an act on mail.
    Mail(MailGift),
    /// Addresses of interfaces.
    Addresses(Vec<crate::FoundAddress>),
    /// What came of an act in a home.
    Within(Result<Gift, Fault>),
}

/// What is said where the privileged process itself cannot be reached.
pub(crate) const AWAY: &str = "the privileged process does not answer";

/// Why a verb did nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// What was asked for may not be done by anybody.
    #[error("{0}")]
    Forbidden(String),
    /// What it needs is not there.
    #[error("{0}")]
    NotFound(String),
    /// What it would make is there already.
    #[error("{0}")]
    Exists(String),
    /// A service did not take its configuration; the old one is in force.
    #[error("{service} did not take its configuration: {reason}", service = .service.name())]
    Rejected {
        /// The service.
        service: Service,
        /// What its checker said.
        reason: String,
    },
    /// A service would not take its configuration as it is, whatever is asked for: somebody else has
    /// changed it. It goes on with the one that it has read.
    #[error("{service} would not take its configuration as it is: {reason}", service = .service.name())]
    Spoiled {
        /// The service.
        service: Service,
        /// What its checker said.
        reason: String,
    },
    /// The machine could not do it now.
    #[error("{0}")]
    Failed(String),
}

impl Refusal {
    /// What the machine has too little of, where that is why.
    pub fn lack(&self) -> Option<&'static str> {
        let Self::Failed(said) = self else { return None };
        // As the standard library writes the system's errors, whatever came before.
        let is = |error: u16| said.contains(&format!("(os error {error})"));
        match () {
            () if is(28) => Some("the disk is full"),
            () if is(122) => Some("the disk quota is used up"),
            () if is(5) => Some("the disk cannot be read or written"),
            () if is(30) => Some("the disk can only be read"),
            () if is(23) || is(24) => Some("too many files are open"),
            () if is(12) => Some("there is no memory left"),
            () if said.starts_with(AWAY) => Some(AWAY),
            () => None,
        }
    }

    /// A failure of the machine while something was done.
    pub(crate) fn failed(what: &str, cause: impl std::fmt::Display) -> Self {
        Self::Failed(format!("{what}: {cause}"))
    }
}
