//! `Email::getdiskusage` of cPanel API 2

use api::{Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result};

use crate::email::get_disk_usage::{self, GetDiskUsage};

/// Gives what a mailbox holds.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The local part.
    pub login: String,
}

/// What a mailbox holds.
#[derive(Output)]
pub struct Row {
    /// Megabytes.
    pub diskused: String,
    /// The domain.
    pub domain: DomainName,
    /// The address.
    pub login: EmailAddress,
    /// The local part.
    pub user: String,
}

/// See [`Params`].
pub struct Getdiskusage;

impl Function for Getdiskusage {
    const NAME: &'static str = "getdiskusage";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let twin = get_disk_usage::Params { domain: params.domain, user: params.login };
        let told = GetDiskUsage::run(cx, twin)?;
        Ok(vec![Row {
            diskused: told.diskused.to_string(),
            domain: told.domain,
            login: told.login,
            user: told.user,
        }])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn megabytes_are_a_text() {
        let world = world();
        let form = [("domain", "amy.test"), ("login", "info")];
        let rows = world.api2("amy", "Email", "getdiskusage", &form).unwrap().data;
        assert_eq!(
            (&rows[0]["diskused"], &rows[0]["login"]),
            (&"0".into(), &"info@amy.test".into())
        );
        assert!(world.api2("bob", "Email", "getdiskusage", &form).is_err());
    }
}
