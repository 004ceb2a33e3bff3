//! Who calls: the product of authentication, which authorization and functions read.

use std::net::IpAddr;

use crate::{AclSet, EmailAddress, TokenName, UserName, records::Service};

/// Who calls, how they showed it, and what they may do.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The user.
    pub user: UserName,
    /// The user's level.
    pub rank: Rank,
    /// The service that they are logged in to.
    pub service: Service,
    /// What the user may do.
    pub owner_acls: AclSet,
    /// What this call may do: the user's privileges, or those of them that the token has.
    pub acls: AclSet,
    /// How they showed who they are.
    pub proof: Proof,
    /// Where the call comes from; none on the command line.
    pub source: Option<IpAddr>,
    /// Whether the call came encrypted or over the local socket.
    pub secure: bool,
    /// Whether the user must change the password before anything else.
    pub must_change: bool,
}

/// The level of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A mailbox of an account, which may act for itself alone.
    Mailbox,
    /// An account's user.
    Account,
    /// A reseller.
    Reseller,
    /// Root.
    Root,
}

/// How a caller showed who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// A password with the request.
    Password,
    /// A token with the request.
    Token(TokenName),
    /// A session, by the digest of its id.
    Session(String),
    /// A mailbox's session, by the digest of its id; the caller's user is its account.
    Mailbox(EmailAddress, String),
    /// The uid of the process at the local socket.
    LocalProcess,
}

impl Caller {
    /// Whether they have root's privileges, by rank or by `all`.
    pub fn is_rootlike(&self) -> bool {
        self.acls.contains(crate::Acl::All)
    }

    /// Whether a token limits them to less than their user may do.
    pub fn is_limited(&self) -> bool {
        self.acls != self.owner_acls
    }

    /// The mailbox that calls, where one does.
    pub fn mailbox(&self) -> Option<&EmailAddress> {
        match &self.proof {
            Proof::Mailbox(address, _) => Some(address),
            _ => None,
        }
    }

    /// The digest of the session's id, where they have one.
    pub fn session(&self) -> Option<&str> {
        match &self.proof {
            Proof::Session(digest) | Proof::Mailbox(_, digest) => Some(digest),
            _ => None,
        }
    }

    /// The token's name, where one was used.
    pub fn token(&self) -> Option<&TokenName> {
        match &self.proof {
            Proof::Token(name) => Some(name),
            _ => None,
        }
    }
}
