//! `Ftp::server_name`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, ports::FtpProgram};

/// Names the FTP server software.
#[derive(Input)]
pub struct Params;

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `pure-ftpd`.
    #[word("pure-ftpd")]
    PureFtpd,
    /// `proftpd`.
    #[word("proftpd")]
    Proftpd,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
}

/// See [`Params`].
pub struct ServerName;

impl Function for ServerName {
    const NAME: &'static str = "server_name";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Item;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Item> {
        Ok(match cx.host.ftp.server()?.program {
            Some(FtpProgram::PureFtpd) => Item::PureFtpd,
            Some(FtpProgram::ProFtpd) => Item::Proftpd,
            None => Item::Disabled,
        })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    #[test]
    fn a_machine_that_serves_no_ftp_says_so() {
        let world = World::new().account("alice", "root");
        assert_eq!(world.uapi_data("alice", "Ftp", "server_name", &[]), "disabled");
    }
}
