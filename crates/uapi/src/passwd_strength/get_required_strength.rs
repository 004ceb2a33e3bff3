//! `PasswdStrength::get_required_strength`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word};
use functions::domain::passwords;

/// Gives the least password strength that an application demands.
#[derive(Input)]
pub struct Params {
    /// The application.
    pub app: App,
}

/// What `app` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum App {
    /// `createacct`.
    #[word("createacct")]
    Createacct,
    /// `ftp`.
    #[word("ftp")]
    Ftp,
    /// `htaccess`.
    #[word("htaccess")]
    Htaccess,
    /// `mysql`.
    #[word("mysql")]
    Mysql,
    /// `passwd`.
    #[word("passwd")]
    Passwd,
    /// `pop`.
    #[word("pop")]
    Pop,
    /// `postgres`.
    #[word("postgres")]
    Postgres,
    /// `sshkey`.
    #[word("sshkey")]
    Sshkey,
    /// `webdisk`.
    #[word("webdisk")]
    Webdisk,
    /// `virtual`.
    #[word("virtual")]
    Virtual,
}

/// What `get_required_strength` answers.
#[derive(Output)]
pub struct Reply {
    /// From 0 to 100.
    pub strength: u8,
}

/// See [`Params`].
pub struct GetRequiredStrength;

impl Function for GetRequiredStrength {
    const NAME: &'static str = "get_required_strength";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        Ok(Reply { strength: passwords::required_strength(&*tx, params.app.as_str())? })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn each_application_has_a_strength_of_its_own() {
        let world = World::new().account("anna", "root");
        world
            .call("root", "setminimumpasswordstrengths", &[("default", "30"), ("ftp", "70")])
            .unwrap();
        let of = |app| {
            let form = [("app", app)];
            world.uapi_data("anna", "PasswdStrength", "get_required_strength", &form)["strength"]
                .clone()
        };
        assert_eq!((of("ftp"), of("pop")), (70.into(), 30.into()));
        let said =
            world.uapi_refusal("anna", "PasswdStrength", "get_required_strength", &[("app", "x")]);
        assert!(said.starts_with("app: "), "{said}");
    }
}
