{{/*
What the services have in common. Each "service" here is a dict, made in its own template:
root (the chart), name, values, port, management, config and secrets (names of templates), paths (of its routes).
*/}}

{{- define "parley.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "parley.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "parley.labels" -}}
{{ include "parley.selector" . }}
app.kubernetes.io/part-of: parley
app.kubernetes.io/version: {{ include "parley.version" . | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "parley.version" -}}
{{ .values.image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion | trunc 63 }}
{{- end }}

{{- define "parley.image" -}}
{{- $name := .values.image.repository -}}
{{- with .root.Values.image.registry }}{{ $name = printf "%s/%s" . $name }}{{ end -}}
{{- with .values.image.digest }}{{ printf "%s@%s" $name . }}{{ else }}{{ printf "%s:%s" $name (include "parley.version" .) }}{{ end -}}
{{- end }}

{{- define "parley.metadata" -}}
name: {{ include "parley.fullname" . }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "parley.labels" . | nindent 2 }}
{{- end }}

{{- define "parley.host" -}}
{{ .values.host | default .root.Values.host }}
{{- end }}

{{- define "parley.scheme" -}}
{{- $routes := .root.Values.routes -}}
{{- if and (eq $routes.kind "ingress") (not $routes.ingress.tlsSecret) }}http{{ else }}https{{ end -}}
{{- end }}

{{/* Seconds from the order to stop until the container is killed: all that it may take, and some. */}}
{{- define "parley.gracePeriod" -}}
{{- with .values.shutdown }}{{ add .preStopSeconds .unreadySeconds .timeoutSeconds 10 }}{{ end -}}
{{- end }}

{{- define "parley.verifiesDatabase" -}}
{{- if and (not .httpOnly) (hasPrefix "verify-" .root.Values.database.sslMode) }}yes{{ end -}}
{{- end }}

{{- define "parley.verifiesKafka" -}}
{{- if and (not .httpOnly) (hasSuffix "SSL" .root.Values.kafka.securityProtocol) .root.Values.kafka.caSecret }}yes{{ end -}}
{{- end }}

{{- define "parley.usesSasl" -}}
{{- if hasPrefix "SASL" .root.Values.kafka.securityProtocol }}yes{{ end -}}
{{- end }}

{{/* Where the migrations work, which the readiness of a replica looks at, too. */}}
{{- define "parley.jdbc" -}}
{{- $db := .root.Values.database -}}
QUARKUS_DATASOURCE_JDBC_URL: {{ printf "jdbc:postgresql://%s:%v/%s?sslmode=%s" $db.host $db.port .values.database.name $db.sslMode }}
{{- if include "parley.verifiesDatabase" . }}&sslrootcert=/etc/parley/database/ca.crt{{ end }}
{{- end }}

{{/* Plain variables of every service; its own, and env of the values, win. */}}
{{- define "parley.config" -}}
{{- $db := .root.Values.database -}}
{{- $kafka := .root.Values.kafka -}}
{{ include "parley.jdbc" . }}
QUARKUS_DATASOURCE_REACTIVE_URL: {{ printf "postgresql://%s:%v/%s" $db.host $db.port .values.database.name }}
QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE: {{ .values.database.connections }}
QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE: {{ $db.sslMode }}
{{- if include "parley.verifiesDatabase" . }}
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM: true
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS: /etc/parley/database/ca.crt
{{- else if eq $db.sslMode "require" }}
QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL: true
{{- end }}
{{- if eq $db.sslMode "verify-full" }}
QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM: HTTPS
{{- end }}
QUARKUS_FLYWAY_MIGRATE_AT_START: {{ not .root.Values.migrations.job }}
KAFKA_BOOTSTRAP_SERVERS: {{ $kafka.bootstrapServers }}
KAFKA_SECURITY_PROTOCOL: {{ $kafka.securityProtocol }}
{{- if include "parley.usesSasl" . }}
KAFKA_SASL_MECHANISM: {{ $kafka.saslMechanism }}
{{- end }}
{{- if include "parley.verifiesKafka" . }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/parley/kafka/ca.crt
{{- end }}
QUARKUS_OIDC_AUTH_SERVER_URL: {{ .root.Values.oidc.issuer }}
QUARKUS_OIDC_TOKEN_AUDIENCE: {{ .root.Values.oidc.audience }}
QUARKUS_SHUTDOWN_DELAY: {{ .values.shutdown.unreadySeconds }}S
QUARKUS_SHUTDOWN_TIMEOUT: {{ .values.shutdown.timeoutSeconds }}S
QUARKUS_LOG_CONSOLE_JSON_ENABLED: {{ .root.Values.logs.json }}
QUARKUS_LOG_LEVEL: {{ .root.Values.logs.level }}
{{- with .root.Values.tracing }}
{{- if .endpoint }}
PARLEY_TRACING_ENDPOINT: {{ .endpoint }}
PARLEY_TRACING_RATIO: {{ .ratio }}
{{- end }}
{{- end }}
JAVA_TOOL_OPTIONS: {{ .values.javaOptions | quote }}
MALLOC_ARENA_MAX: 2
{{- end }}

{{- define "parley.database.secrets" -}}
QUARKUS_DATASOURCE_USERNAME: {name: {{ . }}, key: username}
QUARKUS_DATASOURCE_PASSWORD: {name: {{ . }}, key: password}
{{- end }}

{{/* Variables whose values are in Secrets. */}}
{{- define "parley.secrets" -}}
{{ include "parley.database.secrets" .values.database.secret }}
{{- if include "parley.usesSasl" . }}
KAFKA_SASL_JAAS_CONFIG: {name: {{ .values.kafkaSecret }}, key: sasl.jaas.config}
{{- end }}
{{- end }}

{{/* Pods without any right in the cluster, and containers that can write nothing but /tmp. */}}
{{- define "parley.pod" -}}
automountServiceAccountToken: false
# Otherwise the addresses of other Services come as variables PARLEY_…, which look like configuration.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- with .root.Values.podSecurity }}
  {{- if .user }}
  runAsUser: {{ .user }}
  {{- end }}
  {{- if .group }}
  runAsGroup: {{ .group }}
  fsGroup: {{ .group }}
  {{- end }}
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: {{ .values.scratch }}
  {{- if include "parley.verifiesDatabase" . }}
  - name: database-ca
    secret:
      secretName: {{ .root.Values.database.caSecret }}
      items: [{key: ca.crt, path: ca.crt}]
  {{- end }}
  {{- if include "parley.verifiesKafka" . }}
  - name: kafka-ca
    secret:
      secretName: {{ .root.Values.kafka.caSecret }}
      items: [{key: ca.crt, path: ca.crt}]
  {{- end }}
{{- end }}

{{- define "parley.container" -}}
name: {{ .name }}
image: {{ include "parley.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml .values.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if include "parley.verifiesDatabase" . }}
  - name: database-ca
    mountPath: /etc/parley/database
    readOnly: true
  {{- end }}
  {{- if include "parley.verifiesKafka" . }}
  - name: kafka-ca
    mountPath: /etc/parley/kafka
    readOnly: true
  {{- end }}
{{- end }}

{{- define "parley.env.fromSecrets" -}}
{{- range $variable, $from := . }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef:
      name: {{ $from.name }}
      key: {{ $from.key }}
      {{- if $from.optional }}
      optional: true
      {{- end }}
{{- end }}
{{- end }}

{{/* Numbers of values files are floating; a large one must not become 6.7e+07. */}}
{{- define "parley.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ int64 . }}{{ else }}{{ toString . }}{{ end -}}
{{- end }}

{{- define "parley.configMap" -}}
{{- $own := include .config . | fromYaml -}}
{{- $all := merge (dict) .values.env $own (include "parley.config" . | fromYaml) -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
data:
  {{- range $variable, $value := $all }}
  {{ $variable }}: {{ include "parley.text" $value | quote }}
  {{- end }}
{{- end }}

{{- define "parley.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
automountServiceAccountToken: false
{{- end }}

{{- define "parley.deployment" -}}
{{- $secrets := merge (dict) .values.secretEnv (include .secrets . | fromYaml) (include "parley.secrets" . | fromYaml) -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  {{- if eq .values.autoscaling.mode "none" }}
  replicas: {{ .values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  minReadySeconds: 5
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
  selector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "parley.labels" . | nindent 8 }}
      annotations:
        checksum/config: {{ include "parley.configMap" . | sha256sum }}
        parley/secrets-revision: {{ .root.Values.secretsRevision | quote }}
        {{- with .values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "parley.fullname" . }}
      {{- include "parley.pod" . | nindent 6 }}
      terminationGracePeriodSeconds: {{ include "parley.gracePeriod" . }}
      topologySpreadConstraints:
        {{- range $key, $when := dict "topology.kubernetes.io/zone" .root.Values.topologySpread.zones "kubernetes.io/hostname" .root.Values.topologySpread.nodes }}
        - maxSkew: 1
          topologyKey: {{ $key }}
          whenUnsatisfiable: {{ $when }}
          labelSelector:
            matchLabels:
              {{- include "parley.selector" $ | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
        {{- end }}
      containers:
        - {{- include "parley.container" . | nindent 10 }}
          ports:
            - {name: http, containerPort: {{ .port }}}
            - {name: management, containerPort: {{ .management }}}
          envFrom:
            - configMapRef:
                name: {{ include "parley.fullname" . }}
          env:
            {{- include "parley.env.fromSecrets" $secrets | nindent 12 }}
          lifecycle:
            # Routers learn meanwhile that this replica goes; it still answers.
            preStop:
              sleep:
                seconds: {{ .values.shutdown.preStopSeconds }}
          startupProbe:
            httpGet: {path: /health/started, port: management}
            periodSeconds: 2
            timeoutSeconds: 3
            failureThreshold: 90
          readinessProbe:
            httpGet: {path: /health/ready, port: management}
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          livenessProbe:
            httpGet: {path: /health/live, port: management}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
{{- end }}

{{/* Migrates and exits, before anything of the new version starts. What it needs exists before the release does. */}}
{{- define "parley.migration" -}}
{{- $migrates := merge (dict "name" (printf "%s-migration" .name)) . -}}
{{- if .root.Values.migrations.job -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "parley.metadata" $migrates | nindent 2 }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "0"
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  backoffLimit: {{ .root.Values.migrations.retries }}
  activeDeadlineSeconds: {{ .root.Values.migrations.deadlineSeconds }}
  template:
    metadata:
      labels:
        {{- include "parley.labels" $migrates | nindent 8 }}
    spec:
      restartPolicy: Never
      {{- include "parley.pod" . | nindent 6 }}
      containers:
        - {{- include "parley.container" . | nindent 10 }}
          env:
            {{- $plain := merge (include "parley.jdbc" . | fromYaml) (include "parley.migration.config" . | fromYaml) }}
            {{- range $variable, $value := $plain }}
            - {name: {{ $variable }}, value: {{ $value | toString | quote }}}
            {{- end }}
            {{- $secret := .values.database.migrationSecret | default .values.database.secret }}
            {{- include "parley.env.fromSecrets" (include "parley.database.secrets" $secret | fromYaml) | nindent 12 }}
{{- end }}
{{- end }}

{{/* It speaks with the database and nobody else; what the service insists on besides is not looked at. */}}
{{- define "parley.migration.config" -}}
QUARKUS_INIT_AND_EXIT: true
QUARKUS_FLYWAY_MIGRATE_AT_START: true
QUARKUS_OIDC_TENANT_ENABLED: false
QUARKUS_LOG_CONSOLE_JSON_ENABLED: {{ .root.Values.logs.json }}
JAVA_TOOL_OPTIONS: {{ .values.javaOptions | quote }}
{{- if eq .name "session-service" }}
QUARKUS_OIDC_CLIENT_CLIENT_ENABLED: false
PARLEY_SECRET: a migration hashes nothing, so this is not the secret
{{- end }}
{{- end }}

{{- define "parley.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  selector:
    {{- include "parley.selector" . | nindent 4 }}
  ports:
    - {name: http, port: {{ .port }}, targetPort: http, appProtocol: http}
    - {name: management, port: {{ .management }}, targetPort: management, appProtocol: http}
{{- end }}

{{- define "parley.podDisruptionBudget" -}}
{{- if .root.Values.podDisruptionBudget -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  # A replica that is not ready must not keep a node from being emptied.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
{{- end }}
{{- end }}

{{- define "parley.autoscaling" -}}
{{- with .values.autoscaling -}}
{{- if eq .mode "cpu" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "parley.metadata" $ | nindent 2 }}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: {{ include "parley.fullname" $ }}}
  minReplicas: {{ .min }}
  maxReplicas: {{ .max }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: {{ .cpuPercent }}}
  behavior:
    scaleDown: {stabilizationWindowSeconds: 600}
{{- else if eq .mode "lag" -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  {{- include "parley.metadata" $ | nindent 2 }}
spec:
  scaleTargetRef: {name: {{ include "parley.fullname" $ }}}
  minReplicaCount: {{ .min }}
  maxReplicaCount: {{ .max }}
  cooldownPeriod: 600
  triggers:
    - type: kafka
      metadata:
        bootstrapServers: {{ $.root.Values.kafka.bootstrapServers }}
        consumerGroup: {{ $.name }}
        topic: {{ $.consumes }}
        lagThreshold: {{ .lag | quote }}
      {{- with .authentication }}
      authenticationRef: {name: {{ . }}}
      {{- end }}
    - type: cpu
      metricType: Utilization
      metadata: {value: {{ .cpuPercent | quote }}}
{{- end }}
{{- end }}
{{- end }}

{{- define "parley.serviceMonitor" -}}
{{- if .root.Values.monitoring.serviceMonitor -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
    {{- with .root.Values.monitoring.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
  endpoints:
    - port: management
      path: /metrics
      interval: {{ .root.Values.monitoring.interval }}
{{- end }}
{{- end }}
