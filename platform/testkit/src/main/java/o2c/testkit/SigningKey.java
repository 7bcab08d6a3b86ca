package o2c.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The RSA key (2048 bits) that signs access tokens in tests and in the local suite. */
public final class SigningKey {

    private static final String OF_THIS_JVM = "testkit.signing-key";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = URL.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(US_ASCII));

    private final RSAPrivateCrtKey secret;

    private SigningKey(RSAPrivateCrtKey secret) {
        this.secret = secret;
    }

    /** A key made for this run. */
    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one key of this JVM. It stands in a system property because test classes have class loaders of their own. */
    public static synchronized SigningKey ofThisJvm() {
        String known = System.getProperty(OF_THIS_JVM);
        if (known != null) {
            return decode(Base64.getDecoder().decode(known));
        }
        SigningKey made = generate();
        System.setProperty(OF_THIS_JVM, Base64.getEncoder().encodeToString(made.secret.getEncoded()));
        return made;
    }

    /** The key kept in a file only its owner can read; made at the first call. */
    public static SigningKey keptIn(Path file) throws IOException {
        if (Files.exists(file)) {
            return decode(Base64.getDecoder().decode(Files.readString(file).trim()));
        }
        SigningKey made = generate();
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(made.secret.getEncoded()));
        return made;
    }

    /** Writes the public half as PEM, for {@code mp.jwt.verify.publickey.location}. */
    public Path writePublicKey(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, publicPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A compact JWS of the claims. */
    String sign(byte[] claims) {
        try {
            String content = HEADER + "." + URL.encodeToString(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(secret);
            signature.update(content.getBytes(US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + publicKey().replaceAll("(.{64})", "$1\n").strip()
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The public half as Base64 in one line, for {@code mp.jwt.verify.publickey}. */
    public String publicKey() {
        try {
            byte[] encoded = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()))
                    .getEncoded();
            return Base64.getEncoder().encodeToString(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey decode(byte[] encoded) {
        try {
            return new SigningKey(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a signing key", e);
        }
    }
}
