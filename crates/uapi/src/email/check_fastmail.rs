//! `Email::check_fastmail`

use api::{Cx, Effect, Function, Input, Needs, Result, records::Setting};

/// Gives the version of `FastMail`, where the server has it.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CheckFastmail;

impl Function for CheckFastmail {
    const NAME: &'static str = "check_fastmail";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Option<String>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let setting: Option<Setting> = tx.find(&["mail.fastmail".into()])?;
        Ok(setting.map(|setting| setting.value))
    }
}

#[cfg(test)]
mod tests {
    use api::records::Setting;

    use crate::email::samples::{data, world};

    #[test]
    fn the_version_is_given_where_it_is_set() {
        let world = world();
        assert!(data(&world, "check_fastmail", &[]).is_null());
        let tx = world.host.store.write().unwrap();
        tx.put(&Setting { name: "mail.fastmail".to_owned(), value: "1.2".to_owned() }).unwrap();
        tx.commit().unwrap();
        assert_eq!(data(&world, "check_fastmail", &[]), "1.2");
    }
}
