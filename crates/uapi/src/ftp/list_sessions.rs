//! `Ftp::list_sessions`

use api::{Account, Cx, Effect, Function, Input, Needs, Output, Result, Word, ports::FtpSession};
use functions::domain::wire::LongDate;

/// Lists active FTP sessions.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The cmdline.
    pub cmdline: String,
    /// The file.
    pub file: String,
    /// The host.
    pub host: String,
    /// The login.
    pub login: String,
    /// The process ID.
    pub pid: i64,
    /// The status.
    pub status: Status,
    /// The user.
    pub user: String,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `IDLE`.
    #[word("IDLE")]
    Idle,
    /// `DL`.
    #[word("DL")]
    Dl,
    /// `UL`.
    #[word("UL")]
    Ul,
}

/// See [`Params`].
pub struct ListSessions;

impl Function for ListSessions {
    const NAME: &'static str = "list_sessions";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        list(cx)
    }
}

/// The rows.
pub fn list(cx: &Cx<'_>) -> Result<Vec<Item>> {
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    drop(tx);
    Ok(cx.host.ftp.sessions(&account)?.into_iter().map(item).collect())
}

/// A connection as a row.
fn item(session: FtpSession) -> Item {
    let (file, status) = match session.file {
        None => (String::new(), Status::Idle),
        Some((file, true)) => (file, Status::Ul),
        Some((file, false)) => (file, Status::Dl),
    };
    Item {
        cmdline: session.command,
        file,
        host: session.host,
        login: LongDate(session.since).to_string(),
        pid: session.process.into(),
        status,
        user: session.login,
    }
}

#[cfg(test)]
mod tests {
    use api::UnixTime;
    use functions::testing::World;
    use serde_json::json;

    use super::*;
    use crate::testing::Calls;

    #[test]
    fn nobody_is_connected_to_a_machine_that_serves_no_ftp() {
        let world = World::new().account("alice", "root");
        assert_eq!(world.uapi_data("alice", "Ftp", "list_sessions", &[]), json!([]));
    }

    #[test]
    fn a_session_says_what_goes_over_it() {
        let session = |file| FtpSession {
            login: "shop@alice.test".to_owned(),
            host: "192.0.2.7".to_owned(),
            process: 77,
            command: "pure-ftpd (IDLE)".to_owned(),
            file,
            since: UnixTime(1_767_225_600),
        };
        let idle = item(session(None));
        assert_eq!((idle.status, idle.file.as_str()), (Status::Idle, ""));
        assert_eq!(idle.login, "Thu Jan 01 00:00:00 2026");
        assert_eq!(item(session(Some(("a.txt".to_owned(), true)))).status, Status::Ul);
        assert_eq!(item(session(Some(("a.txt".to_owned(), false)))).status, Status::Dl);
    }
}
