//! Whether all that is sealed in the store can be opened by the vault's key. A store beside another's key
//! looks whole, and loses each private key in it.

use api::{
    Host, Result,
    records::{
        IntegrationLink, MailDomainRecord, Record, Select, SessionDatabaseUser, TlsAuthority,
        TlsHost, TlsKey, ZoneKey,
    },
};

use super::{databases::temporary, dns, integration, mail, tls, tls::auto::authority};

/// What cannot be opened, a sentence each.
pub fn unopened(host: &Host) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut tell = |what: String, opens: bool| {
        if !opens {
            found.push(format!("{what} cannot be opened"));
        }
    };
    each(host, |row: TlsAuthority| {
        let opens = host.vault.open(authority::PURPOSE, &row.sealed).is_ok();
        tell(format!("the key of the authority {}", row.name), opens);
    })?;
    each(host, |row: TlsKey| {
        let opens = tls::keys::open(host, &row.sealed).is_ok();
        tell(format!("the TLS key {} of {}", row.id, row.account), opens);
    })?;
    each(host, |row: TlsHost| {
        let opens = tls::keys::open(host, &row.sealed).is_ok();
        tell(format!("the TLS key of the site {}", row.domain), opens);
    })?;
    each(host, |row: ZoneKey| {
        tell(
            format!("the key {} of the zone {}", row.id, row.zone),
            dns::keys::open(host, &row).is_ok(),
        );
    })?;
    each(host, |row: MailDomainRecord| {
        // Not each has one.
        let opens = row.private_key.is_empty() || mail::state::signing_key(host, &row).is_ok();
        tell(format!("the key of the mail of {}", row.domain), opens);
    })?;
    each(host, |row: IntegrationLink| {
        let opens = host.vault.open(integration::PURPOSE, &row.token).is_ok();
        tell(format!("the token of the link {} of {}", row.app, row.account), opens);
    })?;
    each(host, |row: SessionDatabaseUser| {
        let opens = host.vault.open(temporary::PURPOSE, &row.sealed).is_ok();
        tell(format!("the password of the database user {}", row.name), opens);
    })?;
    Ok(found)
}

fn each<T: Record>(host: &Host, mut act: impl FnMut(T)) -> Result<()> {
    host.store.read()?.each(&Select::default(), &mut |row| {
        act(row);
        Ok(std::ops::ControlFlow::Continue(()))
    })
}
