//! Pure-FTPd: the logins of each account in a file of its own, of which the privileged process makes
//! Pure-FTPd's lines. It knows virtual users alone; an account's own login is one of them, which the
//! privileged process keeps with the user itself.
//!
//! Nobody comes in without a password: Pure-FTPd has one folder for all who do, and no account has it.

use std::sync::Arc;

use api::{
    Account, Error, Kind, Result, UnixTime, UserName,
    ports::{
        Clock, Files, Ftp, FtpProgram, FtpServer, FtpSession, FtpState, FtpUser, HomePath, Usage,
    },
};
use root::{Answer, Change, Client, FtpConnection, FtpLogin, FtpLogins, Layout, Managed, Verb};

use super::refused;
use crate::system::SystemClock;

/// The service as errors name it.
const SERVICE: &str = "FTP server";

/// Pure-FTPd.
pub struct PureFtpd {
    client: Arc<Client>,
    layout: Arc<Layout>,
    files: Arc<dyn Files>,
}

impl PureFtpd {
    /// The FTP server of the machine; folders of homes are measured and removed through `files`.
    pub fn new(client: Arc<Client>, layout: Arc<Layout>, files: Arc<dyn Files>) -> Self {
        Self { client, layout, files }
    }

    fn call(&self, verb: &Verb) -> Result<Answer> {
        refused::call(&self.client, verb, SERVICE)
    }

    fn publish(&self, account: &UserName, content: Option<Vec<u8>>) -> Result<()> {
        let name = refused::name(account.as_str())?;
        let file = Managed { kind: root::Kind::FtpLogins, name };
        self.call(&Verb::Publish(vec![Change { file, content }])).map(drop)
    }
}

impl Ftp for PureFtpd {
    fn apply(&self, state: &FtpState) -> Result<()> {
        if state.anonymous || state.incoming {
            let rule = "This server's FTP lets nobody in without a password.";
            return Err(Error::new(Kind::Conflict, rule));
        }
        for login in state.logins.iter().filter(|login| !login.home.is_empty()) {
            super::folders::make(&self.client, &state.account, &login.home, SERVICE)?;
        }
        let logins =
            if state.locked { Vec::new() } else { state.logins.iter().map(login).collect() };
        let content = FtpLogins { logins }.write().map_err(Error::internal)?;
        self.publish(&state.account, Some(content))
    }

    fn withdraw(&self, account: &UserName) -> Result<()> {
        self.publish(account, None)
    }

    fn list(&self) -> Result<Vec<UserName>> {
        match self.call(&Verb::Published(root::Kind::FtpLogins))? {
            Answer::Names(names) => {
                Ok(names.iter().filter_map(|name| name.as_str().parse().ok()).collect())
            }
            _ => Err(refused::unfit()),
        }
    }

    fn folder_usage(&self, account: &Account, path: &str) -> Result<Usage> {
        self.files.measure(account, &place(path)?)
    }

    fn remove_folder(&self, account: &Account, path: &str) -> Result<()> {
        match self.files.remove(account, &place(path)?) {
            Err(error) if error.kind() == Kind::NotFound => Ok(()),
            other => other,
        }
    }

    fn server(&self) -> Result<FtpServer> {
        Ok(FtpServer { program: Some(FtpProgram::PureFtpd), port: self.layout.ports.ftp })
    }

    fn sessions(&self, account: &Account) -> Result<Vec<FtpSession>> {
        let now = SystemClock.now();
        match self.call(&Verb::FtpSessions(refused::name(account.name().as_str())?))? {
            Answer::FtpSessions(sessions) => {
                Ok(sessions.into_iter().map(|one| session(one, now)).collect())
            }
            _ => Err(refused::unfit()),
        }
    }

    fn end_sessions(&self, account: &Account, login: Option<&str>) -> Result<()> {
        let user = refused::name(account.name().as_str())?;
        // What is no login has no session.
        let login = match login.map(str::parse) {
            None => None,
            Some(Ok(login)) => Some(login),
            Some(Err(_)) => return Ok(()),
        };
        self.call(&Verb::EndFtpSessions { user, login }).map(drop)
    }
}

fn login(user: &FtpUser) -> FtpLogin {
    FtpLogin {
        login: user.login.clone(),
        password: user.password.clone(),
        folder: user.home.clone(),
        quota: user.quota.0.map(u64::from),
    }
}

fn place(path: &str) -> Result<HomePath> {
    HomePath::beneath("/", path).map_err(|rule| Error::param("folder", rule))
}

fn session(connection: FtpConnection, now: UnixTime) -> FtpSession {
    let FtpConnection { process, login, seconds, state, file, host } = connection;
    let comes = match state.as_str() {
        "UL" => Some(true),
        "DL" => Some(false),
        _ => None,
    };
    FtpSession {
        login,
        host,
        process: process.unsigned_abs(),
        command: format!("pure-ftpd ({state})"),
        file: comes.map(|comes| (file, comes)),
        since: UnixTime(now.0.saturating_sub(i64::try_from(seconds).unwrap_or(i64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(state: &str) -> FtpConnection {
        FtpConnection {
            process: 4711,
            login: "info@a.test".to_owned(),
            seconds: 60,
            state: state.to_owned(),
            file: "/x.zip".to_owned(),
            host: "192.0.2.7".to_owned(),
        }
    }

    #[test]
    fn a_connection_says_what_goes_over_it() {
        let now = UnixTime(1_000);
        let idle = session(connection("IDLE"), now);
        assert_eq!((idle.file, idle.since, idle.process), (None, UnixTime(940), 4711));
        assert_eq!(session(connection("UL"), now).file, Some(("/x.zip".to_owned(), true)));
        assert_eq!(session(connection("DL"), now).file, Some(("/x.zip".to_owned(), false)));
    }
}
