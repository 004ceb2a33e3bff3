//! `Email::getabsbrowsedir` of cPanel API 2

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Output, Result};
use functions::domain::mail::addresses;

/// Gives the whole path of a folder of mail.
#[derive(Input)]
pub struct Params {
    /// Only this mailbox.
    pub account: Option<String>,
    /// The folder; `default` or `mail` for all.
    pub dir: Option<String>,
}

/// A folder.
#[derive(Output)]
pub struct Row {
    /// Its whole path.
    pub absdir: String,
}

/// See [`Params`].
pub struct Getabsbrowsedir;

impl Function for Getabsbrowsedir {
    const NAME: &'static str = "getabsbrowsedir";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = addresses::mailbox(&*tx, &account, "account", params.account.as_deref())?;
        let below = mailbox.and_then(|one| Some(format!("/{}/{}", one.domain()?, one.local())));
        let dir = params.dir.filter(|dir| !["", "default", "mail"].contains(&dir.as_str()));
        let dir = dir.map(|dir| format!("/{}", dir.trim_matches('/')));
        if dir.as_ref().is_some_and(|dir| dir.split('/').any(|part| part == "..")) {
            return Err(Error::param("dir", "must be below the folder of mail"));
        }
        let (below, dir) = (below.unwrap_or_default(), dir.unwrap_or_default());
        Ok(vec![Row { absdir: format!("{}/mail{below}{dir}", account.record().home) }])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_path_is_below_the_home() {
        let world = world();
        let path = |form: &[(&str, &str)]| {
            world.api2("amy", "Email", "getabsbrowsedir", form).unwrap().data[0]["absdir"].clone()
        };
        assert_eq!(path(&[("dir", "default")]), "/home/amy/mail");
        let form = [("account", "info@amy.test"), ("dir", "new")];
        assert_eq!(path(&form), "/home/amy/mail/amy.test/info/new");
        assert!(world.api2("amy", "Email", "getabsbrowsedir", &[("dir", "../x")]).is_err());
    }
}
