//! `Ftp::get_ftp_daemon_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, ports::FtpProgram};

/// Describes the FTP server.
#[derive(Input)]
pub struct Params;

/// What `get_ftp_daemon_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The name.
    pub name: Name,
    /// The supports.
    pub supports: Supports,
}

/// What `name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Name {
    /// `pure-ftpd`.
    #[word("pure-ftpd")]
    PureFtpd,
    /// `proftpd`.
    #[word("proftpd")]
    Proftpd,
    /// None.
    #[word("")]
    Empty,
}

/// The supports.
#[derive(Output)]
pub struct Supports {
    /// The login without domain flag: 0 or 1.
    pub login_without_domain: Flag,
    /// The quota flag: 0 or 1.
    pub quota: Flag,
}

/// See [`Params`].
pub struct GetFtpDaemonInfo;

impl Function for GetFtpDaemonInfo {
    const NAME: &'static str = "get_ftp_daemon_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let program = cx.host.ftp.server()?.program;
        let name = match program {
            Some(FtpProgram::PureFtpd) => Name::PureFtpd,
            Some(FtpProgram::ProFtpd) => Name::Proftpd,
            None => Name::Empty,
        };
        let quota = Flag(program == Some(FtpProgram::PureFtpd));
        let supports = Supports { login_without_domain: Flag(false), quota };
        Ok(Reply { enabled: Flag(program.is_some()), name, supports })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn a_machine_that_serves_no_ftp_says_so() {
        let world = World::new().account("alice", "root");
        let data = world.uapi_data("alice", "Ftp", "get_ftp_daemon_info", &[]);
        let supports = json!({"login_without_domain": 0, "quota": 0});
        assert_eq!(data, json!({"enabled": 0, "name": "", "supports": supports}));
    }
}
