//! The other servers of the DNS cluster, which are asked by their WHM.

mod answer;
mod fault;
mod question;
#[cfg(test)]
mod tests;
mod tls;
mod token;

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use api::{Error, Kind, Result, UserName, ports::DnsCluster};

use answer::Said;
use fault::Fault;
use question::Question;
pub use tls::{Fingerprint, Trusted};

/// How long a member may take to answer, with all that comes before.
const PATIENCE: Duration = Duration::from_secs(6);
/// How many questions may be under way, so that silent members do not take every thread.
const QUESTIONS_MAX: usize = 8;

/// A server of a DNS cluster, and how it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterMember {
    /// Whose cluster it is in, of this server's users.
    pub owner: UserName,
    /// Where its WHM is, over TLS.
    pub address: SocketAddr,
    /// The name that its certificate must have; without one, the address.
    pub hostname: Option<String>,
    /// Who we are there.
    pub user: UserName,
    /// Where that user's API token stands, in a file that nobody else may read. It is read for each
    /// question, so that a new token counts at once.
    pub token_file: PathBuf,
    /// The certificates that it may show.
    pub trusted: Trusted,
}

/// The members of all clusters that this server's users have.
#[derive(Debug)]
pub struct ClusterMembers {
    members: BTreeMap<(UserName, IpAddr), ClusterMember>,
    patience: Duration,
    under_way: AtomicUsize,
}

impl ClusterMembers {
    /// These members. A user has one at an address, the last of them.
    pub fn new(members: impl IntoIterator<Item = ClusterMember>) -> Self {
        let key = |it: &ClusterMember| (it.owner.clone(), it.address.ip().to_canonical());
        let members = members.into_iter().map(|member| (key(&member), member)).collect();
        Self { members, patience: PATIENCE, under_way: AtomicUsize::new(0) }
    }

    /// Reads what each of them is asked with; an error names the file that is wrong.
    pub fn check(&self) -> Result<()> {
        self.members.values().try_for_each(|member| Question::of(member).map(drop))
    }
}

impl DnsCluster for ClusterMembers {
    fn takes_from_us(&self, owner: &UserName, member: IpAddr) -> Result<Option<bool>> {
        let Some(member) = self.members.get(&(owner.clone(), member.to_canonical())) else {
            return Ok(None);
        };
        let _turn = Turn::take(&self.under_way)?;
        let said = Question::of(member)?.ask(self.patience).and_then(Said::takes);
        said.map(Some).map_err(|fault| faulty(member, fault))
    }
}

/// What the caller is told of a member that could not be asked.
fn faulty(member: &ClusterMember, fault: Fault) -> Error {
    let message = format!("The member {} of the DNS cluster {fault}.", member.address);
    Error::new(Kind::Unavailable, message).because(fault)
}

/// One of the questions under way, until it is dropped.
struct Turn<'a>(&'a AtomicUsize);

impl<'a> Turn<'a> {
    fn take(under_way: &'a AtomicUsize) -> Result<Self> {
        let turn = Self(under_way);
        if turn.0.fetch_add(1, Ordering::SeqCst) < QUESTIONS_MAX {
            return Ok(turn);
        }
        Err(Error::new(Kind::Busy, "Too many members of DNS clusters are being asked."))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
